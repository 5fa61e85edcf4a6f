import { Field, type FieldBase, fieldWiring } from "./field";

type Props = FieldBase & {
  /** Endings and types that the browser offers; the server looks again. */
  accept: string;
  isMultiple?: boolean;
};

/** Files from the person's own machine; a form with one is `multipart/form-data`. */
export function FileField(props: Props) {
  return (
    <Field {...props}>
      <input
        {...fieldWiring(props)}
        type="file"
        accept={props.accept}
        multiple={props.isMultiple}
        required={!props.isOptional}
        className="control"
      />
    </Field>
  );
}
