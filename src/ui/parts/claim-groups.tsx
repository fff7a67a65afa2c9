import type { EntityView } from '../../core/view.ts';
import { useStrings } from '../strings.ts';
import { ClaimArticle } from './claim.tsx';

/** The claims of a view in the order given, under one heading for those about the entity and one for those it makes. */
export function ClaimGroups({ view, open = false }: { readonly view: EntityView; readonly open?: boolean }) {
  const { evidence } = useStrings();
  const roles = [...new Set(view.claims.map((claim) => claim.role))];
  return (
    <>
      {roles.map((role) => (
        <section class="cp-group" key={role}>
          <h3 dir="auto">{role === 'about' ? evidence.about(view.entity.name) : evidence.saidBy(view.entity.name)}</h3>
          {view.claims
            .filter((claim) => claim.role === role)
            .map((claim) => (
              <ClaimArticle key={claim.claim.id} view={claim} entity={view.entity.id} open={open} />
            ))}
        </section>
      ))}
    </>
  );
}
