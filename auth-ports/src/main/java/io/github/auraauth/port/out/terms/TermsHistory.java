package io.github.auraauth.port.out.terms;

import io.github.auraauth.domain.terms.TermsChange;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.util.List;
import java.util.Set;

/**
 * The history of users' records of terms, also to those that are removed. Lines are only ever added, by
 * {@link TermsStore}; an erasure alone takes them away. Safe for use by many threads and processes; {@link Outage} and
 * null arguments as in {@link UserStore}.
 */
public interface TermsHistory {

    /** Every line of that user: those of one terms in the order in which they came to be; empty when there is none. */
    List<TermsChange> find(TermsUserId userId, Deadline deadline);

    /**
     * Erases every record of these users and every line, whether there is a record or not. Doing it again does nothing.
     *
     * @param userIds as texts: what older releases stored may have forms that are refused today
     * @return how many terms there were of these users, removed ones among them
     */
    long erase(Set<String> userIds, Deadline deadline);
}
