package io.github.auraauth.port.in.terms;

import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.LatestAcceptance;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsChange;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;
import java.util.List;
import java.util.function.BiConsumer;

/** Records of terms and their history, as operators ask for them. */
public interface TermsAdministration {

    /**
     * Gives every user who has a record of the service to {@code each}, by rising user_id, with what they accepted last.
     *
     * @param required the service and the version that is needed
     * @throws io.github.auraauth.port.Outage when the store is away or too slow; some were given by then
     */
    void report(Terms required, BiConsumer<TermsUserId, LatestAcceptance> each, Deadline deadline);

    /**
     * Every record of that user as last acknowledged, newest first; empty when there is none.
     *
     * @throws io.github.auraauth.port.Outage when the store is away or too slow
     */
    List<Acceptance> findAll(TermsUserId userId, Deadline deadline);

    /**
     * Every change of that user's records, also of removed ones; empty when there is none.
     *
     * @throws io.github.auraauth.port.Outage when the store is away or too slow
     */
    List<TermsChange> history(TermsUserId userId, Deadline deadline);
}
