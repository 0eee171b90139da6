import { useState } from 'react';
import { saveFile } from '../save-file.ts';

interface Shown {
  /** Writes the picture as SVG. */
  readonly write: () => Promise<string>;
  /** What a saved file is called, without its ending. */
  readonly name: string;
}

/** A form of a picture: how it is copied, and how it is saved. */
interface Form {
  readonly label: string;
  readonly copy: (svg: string) => Promise<void>;
  readonly save: (svg: string, name: string) => Promise<void> | void;
}

const forms: readonly Form[] = [
  {
    label: 'Copy as PNG',
    copy: (svg) => navigator.clipboard.write([new ClipboardItem({ 'image/png': paint(svg) })]),
    save: async (svg, name) => {
      saveFile(`${name}.png`, await paint(svg));
    },
  },
  {
    label: 'Copy as SVG',
    copy: (svg) => navigator.clipboard.writeText(svg),
    save: (svg, name) => {
      saveFile(`${name}.svg`, new Blob([svg], { type: 'image/svg+xml' }));
    },
  },
];

/** Buttons that copy a picture as PNG and as SVG; where a browser lets no page copy, the picture is saved. Each says what it did. */
export function CopyPicture({ write, name }: Shown) {
  return forms.map((form) => <CopyForm key={form.label} form={form} write={write} name={name} />);
}

function CopyForm({ form, write, name }: Shown & { readonly form: Form }) {
  const [outcome, setOutcome] = useState('');
  const act = async () => {
    try {
      const svg = await write();
      setOutcome(await copyOrSave(form, svg, name));
    } catch {
      setOutcome('Your browser made no picture of it');
    }
  };
  return (
    <span className="copy">
      <button type="button" className="quiet-button" onClick={() => void act()}>
        {form.label}
      </button>
      <span role="status">{outcome}</span>
    </span>
  );
}

async function copyOrSave({ copy, save }: Form, svg: string, name: string): Promise<string> {
  try {
    await copy(svg);
    return 'Copied';
  } catch {
    // A page that is not served by HTTPS, or from this machine, may not reach the clipboard.
    await save(svg, name);
    return 'Saved: your browser does not let this page copy';
  }
}

/** Dots for each pixel of a picture, so that it is sharp on paper. */
const dots = 2;

/** A picture as PNG. */
async function paint(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * dots;
  canvas.height = image.height * dots;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The browser made no PNG'));
      else resolve(blob);
    }, 'image/png');
  });
}
