/**
 * How the page looks: light or dark as its reader has it, the ways beside each other where there is room.
 */

export const STYLE = `
:root {
  --paper: #fff; --ink: #1c2128; --faint: #59636e; --line: #d0d7de; --code: #f6f7f9;
  --keyword: #7b2fa8; --string: #17683f; --number: #1a5aa6; --function: #0b5394; --type: #8f4700;
  --corrected: #fff3c4; --edge: #b88600;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14171c; --ink: #e3e7ec; --faint: #9aa4b0; --line: #363d47; --code: #1c2027;
    --keyword: #d5a6f5; --string: #8fd6a6; --number: #8fc1f7; --function: #9fcbff; --type: #f0b777;
    --corrected: #3a3015; --edge: #d8a834;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1rem; max-width: 120rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif;
}
h1 { margin: 0 0 0.5rem; font-size: 1.4rem; line-height: 1.3; }
h2 { margin: 1.75rem 0 0.5rem; font-size: 1.1rem; line-height: 1.4; scroll-margin-top: 0.5rem; }
h2 span { color: var(--faint); font-weight: normal; }
h2 a { color: inherit; text-decoration: none; }
h2 a:hover, h2 a:focus { text-decoration: underline; }
a { color: var(--number); }
code, pre { font-family: ui-monospace, Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; font-size: 0.85rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; margin: 0.75rem 0; padding: 0; list-style: none; }
nav a { display: inline-block; padding: 0.25rem 0; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0 1rem; margin: 0; }
dt { color: var(--faint); }
dd { margin: 0; overflow-wrap: anywhere; }
.row { display: grid; grid-template-columns: repeat(var(--ways), minmax(0, 1fr)); gap: 0.75rem; align-items: start; }
figure { margin: 0; border: 1px solid var(--line); border-radius: 0.4rem; background: var(--code); }
figcaption { padding: 0.25rem 0.75rem; border-bottom: 1px solid var(--line); color: var(--faint); font-size: 0.85rem; }
figure p { margin: 0; padding: 0.5rem 0.75rem; }
pre { margin: 0; padding: 0.5rem 0; line-height: 1.5; white-space: pre-wrap; overflow-wrap: anywhere; }
pre.prose { padding: 0.5rem 0.75rem; }
.line {
  position: relative; display: block; padding-right: 0.75rem;
  padding-left: calc(3.2rem + (var(--in, 0) + 2) * 1ch); text-indent: calc((var(--in, 0) + 2) * -1ch);
}
.line::before {
  position: absolute; left: 0; width: 2.2rem; color: var(--faint); content: attr(data-n);
  font-weight: normal; text-align: right; text-indent: 0; user-select: none;
}
.corrected { background: var(--corrected); box-shadow: inset 0.25rem 0 var(--edge); }
.corrected a, .corrected .comment { color: inherit; }
.step { font-weight: bold; }
.comment { color: var(--faint); }
.step .comment { color: inherit; }
.keyword { color: var(--keyword); }
.string { color: var(--string); }
.number { color: var(--number); }
.function { color: var(--function); }
.type { color: var(--type); }
:target { outline: 2px solid var(--edge); outline-offset: 0.25rem; }
@media (max-width: 60rem) {
  .row { grid-template-columns: minmax(0, 1fr); }
  .nothing { display: none; }
}
@media print {
  :root { --ink: #000; --faint: #444; --line: #999; --code: #fff; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  code, pre { font-size: 8pt; }
  nav { display: none; }
  figure, h2, li { break-inside: avoid; }
  h2 { break-after: avoid; }
}
`;
