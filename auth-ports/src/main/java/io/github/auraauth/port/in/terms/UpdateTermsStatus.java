package io.github.auraauth.port.in.terms;

import io.github.auraauth.domain.terms.ChangeOutcome;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsCaller;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;

/** Gives a user's record of terms another status, unless it is accepted, which is final. */
public interface UpdateTermsStatus {

    /** @throws io.github.auraauth.port.Outage when the store is away, contended or too slow */
    ChangeOutcome update(TermsUserId userId, Terms terms, TermsStatus status, TermsCaller caller, Deadline deadline);
}
