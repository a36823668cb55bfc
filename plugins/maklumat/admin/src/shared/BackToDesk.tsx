import { Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Link as RouterLink } from 'react-router-dom';
import { queuePath } from './paths';
import { useTexts } from './useTexts';

export function BackToDesk() {
  const { text } = useTexts();
  return (
    <Link tag={RouterLink} to={queuePath} startIcon={<ArrowLeft />}>
      {text.back}
    </Link>
  );
}
