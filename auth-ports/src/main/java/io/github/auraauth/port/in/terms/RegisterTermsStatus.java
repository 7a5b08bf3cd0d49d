package io.github.auraauth.port.in.terms;

import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsCaller;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;
import java.util.function.Function;
import java.util.function.Supplier;

/** Creates a user's record of terms with a status of the caller's. */
public interface RegisterTermsStatus {

    /** @throws io.github.auraauth.port.Outage when the store is away, contended or too slow */
    StatusOutcome register(TermsUserId userId, Terms terms, TermsStatus status, TermsCaller caller, Deadline deadline);

    /** What came of it. */
    sealed interface StatusOutcome {

        /** Calls the one function that fits. */
        <T> T fold(Function<Acceptance, T> present, Supplier<T> otherStatus);

        /** The record with that status, new or there before. */
        record Present(Acceptance record) implements StatusOutcome {
            @Override
            public <T> T fold(Function<Acceptance, T> present, Supplier<T> otherStatus) {
                return present.apply(record);
            }
        }

        /** There is a record with another status, which stays as it is. */
        record OtherStatus() implements StatusOutcome {
            @Override
            public <T> T fold(Function<Acceptance, T> present, Supplier<T> otherStatus) {
                return otherStatus.get();
            }
        }
    }
}
