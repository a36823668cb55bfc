import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { readDesk } from '../permissions';
import { CasePage } from './CasePage';
import { CounterPage } from './CounterPage';
import { QueuePage } from './QueuePage';

/** The desk: queues at the root, one page per case, and the registration at the counter. */
export default function DeskPages() {
  return (
    <Page.Protect permissions={readDesk}>
      <Routes>
        <Route index element={<QueuePage />} />
        <Route path="perkara/:number" element={<CasePage />} />
        <Route path="loket" element={<CounterPage />} />
      </Routes>
    </Page.Protect>
  );
}
