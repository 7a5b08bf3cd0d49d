package io.github.auraauth.adapter.http.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.ResponseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Readers of members of bodies below {@code /api/v1} that are not texts. */
public final class AccountBodies {
    private AccountBodies() {}

    /** @throws ResponseException naming the first of the members that is there, since nobody may set them */
    public static void refuse(Inputs inputs, List<String> members) {
        members.stream().filter(inputs.body()::has).findFirst().ifPresent(member -> {
            throw new ResponseException(AccountErrors.notToBeSet(member));
        });
    }

    /** The permissions that a member lists, where it is there. */
    public static Optional<Set<Permission>> permissions(Inputs inputs) {
        return set(inputs, "permissions", Permission::parse, "has something that is no code name");
    }

    /**
     * What a member lists, where it is there.
     *
     * @param fault what is wrong with a list of something else, in words that follow the member's name
     */
    static <T> Optional<Set<T>> set(Inputs inputs, String member, Function<String, Optional<T>> parse, String fault) {
        if (!inputs.body().has(member)) {
            return Optional.empty();
        }
        Set<T> all = new HashSet<>();
        for (JsonNode element : inputs.body().path(member)) {
            all.add(parse.apply(element.asText()).orElseThrow(() -> AccountErrors.invalid(member, fault)));
        }
        return Optional.of(all);
    }

    /** What a member of true or false says, where it is there. */
    static Optional<Boolean> flag(Inputs inputs, String member) {
        return inputs.body().has(member)
                ? Optional.of(inputs.body().path(member).booleanValue())
                : Optional.empty();
    }
}
