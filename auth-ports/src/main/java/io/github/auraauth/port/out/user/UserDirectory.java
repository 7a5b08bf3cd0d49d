package io.github.auraauth.port.out.user;

import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.util.List;

/**
 * Finds all rows of a person, also expired ones that no sweep has taken yet and those that cannot be read as a user: for
 * erasure and for operators. Safe for use by many threads; {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface UserDirectory {

    /**
     * Every row with that authentication, however a release may have stored it, in no order; empty when there is none.
     */
    List<UserRow> findByAuthentication(Authentication authentication, Deadline deadline);

    /**
     * Every row with that userId, in no order; empty when there is none.
     *
     * @param userId as it is stored, of whatever form
     */
    List<UserRow> findByUserId(String userId, Deadline deadline);

    /**
     * Removes the row with that key, whatever it holds by now.
     *
     * @param row one that this directory has given, or another of the same store
     */
    RemoveOutcome remove(UserRow row, Deadline deadline);
}
