-- Lists mark the pages that are confidential today; those few are found without
-- reading the rest.
SET LOCAL ROLE desk_owner;

CREATE INDEX page_listing_confidential_idx ON desk.page_listing (confidential_until) WHERE confidential_until IS NOT NULL;
