/** One call to the Content Manager's own API, as its pages make it; throws with the answer when it is refused. */
export async function saveContent(
  url: string,
  headers: Record<string, string>,
  type: string,
  data: Record<string, unknown>,
  documentId?: string,
): Promise<{ documentId: string }> {
  const path = `/content-manager/collection-types/plugin::maklumat.${type}${documentId === undefined ? '' : `/${documentId}`}`;
  const response = await fetch(`${url}${path}`, {
    method: documentId === undefined ? 'POST' : 'PUT',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(data),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
  return (JSON.parse(text) as { data: { documentId: string } }).data;
}

/** The document id of the entry whose field has this value. */
export async function findContent(
  url: string,
  headers: Record<string, string>,
  type: string,
  field: string,
  value: string,
): Promise<string> {
  const path = `/content-manager/collection-types/plugin::maklumat.${type}?filters[${field}][$eq]=${encodeURIComponent(value)}`;
  const response = await fetch(`${url}${path}`, { headers });
  const { results } = (await response.json()) as { results: { documentId: string }[] };
  const [found] = results;
  if (!found) throw new Error(`No ${type} with ${field} ${value}`);
  return found.documentId;
}

export async function removeContent(url: string, headers: Record<string, string>, type: string, documentId: string): Promise<void> {
  const response = await fetch(`${url}/content-manager/collection-types/plugin::maklumat.${type}/${documentId}`, {
    method: 'DELETE',
    headers,
  });
  if (!response.ok) throw new Error(`Removing ${type} answered ${response.status}: ${await response.text()}`);
}
