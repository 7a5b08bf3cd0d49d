package io.github.auraauth.port.out;

import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.port.Deadline;
import java.util.List;

/**
 * Finds all rows of a person, also expired ones that no sweep has taken yet: for erasure and for operators. Safe for use
 * by many threads; {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface UserDirectory {

    /** Every row with that authentication, in no order; empty when there is none. */
    List<User> findByAuthentication(Authentication authentication, Deadline deadline);

    /** Every row with that userId, in no order; empty when there is none. */
    List<User> findByUserId(UserId userId, Deadline deadline);
}
