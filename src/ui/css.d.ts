/** Vite gives a style sheet's text for this ending. */
declare module '*.css?inline' {
  const text: string;
  export default text;
}
declare module '*.css';
