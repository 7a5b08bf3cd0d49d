package io.github.auraauth.port.in.user;

import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.Deadline;
import java.util.List;
import java.util.Optional;

/** The rows of users as they are stored, as operators ask for them: also those that cannot be read as a user. */
public interface UserRowSearch {

    /**
     * The unexpired row with that auraId.
     *
     * @throws io.github.auraauth.port.Outage when the store is away or too slow
     */
    Optional<UserRow> find(AuraId auraId, Deadline deadline);

    /**
     * Every row of a person recognised by that, in no order, also expired ones that no sweep has taken yet.
     *
     * @throws io.github.auraauth.port.Outage when the store is away or too slow
     */
    List<UserRow> findByAuthentication(Authentication authentication, Deadline deadline);

    /**
     * Every row with that userId, in any channel and in no order, also expired ones that no sweep has taken yet.
     *
     * @throws io.github.auraauth.port.Outage when the store is away or too slow
     */
    List<UserRow> findByUserId(UserId userId, Deadline deadline);

    /**
     * The rows given, followed by those that share a userId with one of them: the rows that an erasure would take.
     *
     * @throws io.github.auraauth.port.Outage when the store is away or too slow
     */
    List<UserRow> withRelated(List<UserRow> rows, Deadline deadline);
}
