package io.github.auraauth.port.out.permission;

import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupId;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Groups. Each call is atomic for one group and safe for use by many threads and processes; {@link Outage} and null
 * arguments as in {@link UserStore}.
 */
public interface GroupStore {

    /** Stores a new group, if neither its id nor its name is taken; durable when it returns. */
    WriteOutcome insert(Group group, Deadline deadline);

    /** Those of the groups that there are, as last acknowledged, in any order. */
    List<Group> find(Set<GroupId> ids, Deadline deadline);

    /** The group of that name, as last acknowledged. */
    Optional<Group> findByName(GroupName name, Deadline deadline);

    /**
     * So many groups by rising name; characters outside the basic plane stand where the store has them.
     *
     * @param place where they stand
     * @param most 1 or more
     */
    List<Group> page(Keyset<GroupName> place, int most, Deadline deadline);

    /**
     * Puts the group in the place of the one with its id, if that still has its revision and no other has its name, and
     * raises the revision by one. A conflict comes before a name that is taken.
     */
    WriteOutcome update(Group group, Deadline deadline);

    /** Removes the group; false when there is none. */
    boolean delete(GroupId id, Deadline deadline);

    /** What came of a write. */
    enum WriteOutcome {
        WRITTEN,
        /** Another group has the name, or, on insertion, the id; nothing was stored. */
        TAKEN,
        /** It has been changed since it was read, or is no more; nothing was stored. */
        CONFLICT
    }
}
