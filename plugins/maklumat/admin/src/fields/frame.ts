import { Box } from '@strapi/design-system';
import { styled } from 'styled-components';

/** Editor and findings: below each other, and beside each other where the form is wide enough. */
export const SideBySide = styled.div`
  container-type: inline-size;

  & > div {
    display: grid;
    gap: ${({ theme }) => theme.spaces[3]};
    grid-template-columns: minmax(0, 1fr);
  }
  @container (min-width: 80rem) {
    & > div {
      grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
    }
  }
`;

/** The box around the editor in the colours of the admin's theme, light or dark; `--json-*` colour the text. */
export const EditorFrame = styled(Box)`
  --json-name: ${({ theme }) => theme.colors.primary700};
  --json-text: ${({ theme }) => theme.colors.success700};
  --json-word: ${({ theme }) => theme.colors.warning700};

  .cm-editor {
    min-height: 8rem;
    max-height: 36rem;
    font-size: 1.3rem;
    color: ${({ theme }) => theme.colors.neutral800};
    background: ${({ theme }) => theme.colors.neutral0};
    border: 1px solid ${({ theme }) => theme.colors.neutral500};
    border-radius: ${({ theme }) => theme.borderRadius};
  }
  .cm-editor.cm-focused {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -1px;
  }
  &[data-invalid] .cm-editor {
    border-color: ${({ theme }) => theme.colors.danger600};
  }
  .cm-scroller {
    overflow: auto;
    border-radius: inherit;
    font-family: ui-monospace, Menlo, Consolas, monospace;
    line-height: 1.5;
  }
  .cm-content {
    caret-color: ${({ theme }) => theme.colors.neutral800};
  }
  .cm-cursor {
    border-left-color: ${({ theme }) => theme.colors.neutral800};
  }
  .cm-gutters {
    color: ${({ theme }) => theme.colors.neutral600};
    background: ${({ theme }) => theme.colors.neutral100};
    border-right: 1px solid ${({ theme }) => theme.colors.neutral200};
  }
  .cm-activeLine,
  .cm-activeLineGutter {
    background: ${({ theme }) => theme.colors.primary100}80;
  }
  .cm-placeholder {
    color: ${({ theme }) => theme.colors.neutral600};
  }
  .cm-tooltip,
  .cm-panels {
    color: ${({ theme }) => theme.colors.neutral800};
    background: ${({ theme }) => theme.colors.neutral0};
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
  }
  .cm-tooltip {
    max-width: min(60rem, 90vw);
  }
  .cm-tooltip-autocomplete > ul > li[aria-selected] {
    color: ${({ theme }) => theme.colors.buttonNeutral0};
    background: ${({ theme }) => theme.colors.buttonPrimary600};
  }
  .cm-textfield,
  .cm-button {
    color: inherit;
    background: ${({ theme }) => theme.colors.neutral0};
    border: 1px solid ${({ theme }) => theme.colors.neutral500};
  }
`;
