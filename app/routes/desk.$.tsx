/** Any address of the desk that no screen knows: said inside the frame. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

export function action(): never {
  throw new Response(null, { status: 405 });
}

export default function NothingHere() {
  return null;
}
