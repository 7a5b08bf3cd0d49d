package io.github.auraauth.port.in.user;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.Deadline;
import java.util.List;

/**
 * The users of all channels, as accounts that look after them ask for them: {@code view_user} finds them,
 * {@code destroy_user} removes them. Safe for use by many threads; every method throws
 * {@link io.github.auraauth.port.Outage} when the store is away or too slow.
 */
public interface UserAdministration {

    /** The row with that auraId and after it all others of the same person; none where there is no such row. */
    Outcome<List<UserRow>> find(AuraId auraId, Actor actor, Deadline deadline);

    /** The rows that an erasure would take: those with that number, and all that share a userId with one of them. */
    Outcome<List<UserRow>> find(PhoneNumber phoneNumber, Actor actor, Deadline deadline);

    /** Removes a user, as {@link Users#remove} does; that there is none is a refusal. */
    Outcome<AuraId> remove(AuraId auraId, Actor actor, Deadline deadline);

    /** Erases a person, as {@link io.github.auraauth.port.in.erasure.PersonErasure} does; that nothing is stored is a refusal. */
    Outcome<PhoneNumber> erase(PhoneNumber phoneNumber, Actor actor, Deadline deadline);
}
