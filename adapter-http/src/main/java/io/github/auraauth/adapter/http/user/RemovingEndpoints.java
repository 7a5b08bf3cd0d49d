package io.github.auraauth.adapter.http.user;

import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.erasure.EraseUsersByPhoneNumber;
import io.github.auraauth.port.in.user.RemoveUser;
import java.util.Map;

/** The operations that remove users. */
public final class RemovingEndpoints {
    private static final Input AURA_ID = Input.path("auraId");
    private static final Input PHONE_NUMBER = Input.path("phone_number");
    private final RemoveUser users;
    private final EraseUsersByPhoneNumber persons;

    public RemovingEndpoints(RemoveUser users, EraseUsersByPhoneNumber persons) {
        this.users = users;
        this.persons = persons;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of("removeUser", this::removeUser, "eraseUsersByPhoneNumber", erasing(persons));
    }

    private Endpoint.Action removeUser(Inputs inputs) {
        AuraId auraId = inputs.required(AURA_ID, AuraId::parse);
        return deadline -> answer(users.remove(auraId, deadline));
    }

    /** Erases a person by their phone number. */
    public static Endpoint erasing(EraseUsersByPhoneNumber persons) {
        return inputs -> {
            PhoneNumber number = inputs.required(PHONE_NUMBER, PhoneNumber::parse, IdentifierFaults::ofPhoneNumber);
            return deadline -> switch (persons.erase(number, deadline)) {
                case ERASED -> Response.nothing();
                case NOTHING_STORED -> UserErrors.USER_NOT_FOUND.response();
            };
        };
    }

    /** What came of a removal. */
    public static Response answer(RemoveOutcome outcome) {
        return switch (outcome) {
            case REMOVED -> Response.nothing();
            case ABSENT -> UserErrors.USER_NOT_FOUND.response();
        };
    }
}
