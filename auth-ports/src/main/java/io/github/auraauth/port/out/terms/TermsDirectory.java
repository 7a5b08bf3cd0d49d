package io.github.auraauth.port.out.terms;

import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.ServiceName;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.util.List;
import java.util.function.Consumer;

/**
 * Looks through the records of all users, for operators. Safe for use by many threads; {@link Outage} and null arguments
 * as in {@link UserStore}.
 */
public interface TermsDirectory {

    /**
     * Gives every record of the service to {@code each}, by rising user_id, so that a user's records come one after the
     * other. What changes meanwhile may be given or not.
     */
    void visit(ServiceName name, Consumer<Acceptance> each, Deadline deadline);

    /**
     * The records of the service of so many users, by rising user_id: all of one user in one list, none of them empty.
     *
     * @param place where the users stand
     * @param most users, 1 or more
     */
    List<List<Acceptance>> page(ServiceName name, Keyset<TermsUserId> place, int most, Deadline deadline);
}
