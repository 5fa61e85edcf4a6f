-- Images of figures, named by the SHA-256 of their bytes as the server wrote
-- them anew. A document names a file by its hash, so a signature holds for the
-- image too. Readers get one only while a text that they are shown names it.
SET LOCAL ROLE desk_owner;

CREATE TABLE desk.figure_file (
  sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text NOT NULL CHECK (media_type IN ('image/png', 'image/webp')),
  width integer NOT NULL CHECK (width BETWEEN 1 AND 2400),
  height integer NOT NULL CHECK (height BETWEEN 1 AND 100000),
  bytes bytea NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 10485760),
  uploaded_by uuid NOT NULL REFERENCES desk.person ON DELETE RESTRICT,
  uploaded_at timestamptz NOT NULL DEFAULT desk.clock(),
  CHECK (sha256 = encode(sha256(bytes), 'hex'))
);
SELECT desk.make_immutable('desk.figure_file');
-- Images are compressed already.
ALTER TABLE desk.figure_file ALTER bytes SET STORAGE EXTERNAL;

-- Which versions name which files: an index over their texts, so that serving
-- an image reads the few texts that may show it.
CREATE TABLE desk.version_figure (
  version_id uuid NOT NULL REFERENCES desk.version ON DELETE RESTRICT,
  sha256 text NOT NULL,
  PRIMARY KEY (version_id, sha256)
);
CREATE INDEX version_figure_file_idx ON desk.version_figure (sha256);
SELECT desk.make_immutable('desk.version_figure');

CREATE FUNCTION desk.figures_in(p_content text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE SET search_path = desk, pg_temp AS $$
  SELECT DISTINCT f #>> '{}' FROM jsonb_path_query(p_content::jsonb,
    '$.body.content[*] ? (@.type == "figure").attrs.file ? (@.type() == "string")') f
$$;

CREATE FUNCTION desk.index_version_figures() RETURNS trigger
LANGUAGE plpgsql SET search_path = desk, pg_temp AS $$
BEGIN
  INSERT INTO version_figure (version_id, sha256) SELECT NEW.id, f FROM figures_in(NEW.content) f;
  RETURN NULL;
END
$$;
CREATE TRIGGER version_figures AFTER INSERT ON desk.version
  FOR EACH ROW EXECUTE FUNCTION desk.index_version_figures();

-- Who may write a page may give it images. The same image again is the same
-- file. Like a save, no audit act: what is signed is the text that names it.
CREATE FUNCTION desk.store_figure(p_session text, p_page uuid, p_bytes bytea, p_media_type text, p_width integer, p_height integer) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = desk, pg_temp AS $$
DECLARE
  me person := actor(p_session);
  hash text := encode(sha256(p_bytes), 'hex');
BEGIN
  PERFORM require_writer(p_page, me.id);
  IF octet_length(p_bytes) > 10485760 THEN
    PERFORM refuse('422', 'file_too_large');
  END IF;
  INSERT INTO figure_file (sha256, media_type, width, height, bytes, uploaded_by)
  VALUES (hash, p_media_type, p_width, p_height, p_bytes, me.id) ON CONFLICT DO NOTHING;
  RETURN hash;
END
$$;

-- What is asked is the text as the public views give it: with no text there,
-- or its block withheld, the image is not there either.
CREATE VIEW desk.public_figure WITH (security_barrier) AS
SELECT f.sha256, f.media_type, f.bytes
  FROM desk.figure_file f
 WHERE EXISTS (
   SELECT FROM desk.version_figure vf
     JOIN desk.version v ON v.id = vf.version_id
     JOIN desk.page pg ON pg.id = v.page_id
     JOIN desk.public_version pv ON pv.slug = pg.slug AND pv.number = v.number
    WHERE vf.sha256 = f.sha256 AND pv.content IS NOT NULL
      AND f.sha256 IN (SELECT desk.figures_in(pv.content)));

GRANT SELECT ON desk.figure_file, desk.version_figure TO desk_app;
GRANT EXECUTE ON FUNCTION desk.store_figure(text, uuid, bytea, text, integer, integer) TO desk_app;
GRANT SELECT ON desk.public_figure TO desk_public;
GRANT EXECUTE ON FUNCTION desk.figures_in(text) TO desk_public;
