package io.github.auraauth.adapter.http.users;

import io.github.auraauth.adapter.http.answer.Answer;
import io.github.auraauth.adapter.http.answer.ErrorCode;
import io.github.auraauth.adapter.http.request.Endpoint;
import io.github.auraauth.adapter.http.request.Inputs;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.port.in.erasure.PersonErasure;
import io.github.auraauth.port.in.user.Users;
import java.util.Map;

/** The operations that remove users. */
public final class RemovingEndpoints {
    private final Users users;
    private final PersonErasure persons;

    public RemovingEndpoints(Users users, PersonErasure persons) {
        this.users = users;
        this.persons = persons;
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of("removeUser", this::removeUser, "eraseUsersByPhoneNumber", erasing(persons));
    }

    private Endpoint.Action removeUser(Inputs inputs) {
        AuraId auraId = inputs.required("auraId", AuraId::parse);
        return deadline -> answer(users.remove(auraId, deadline));
    }

    static Endpoint erasing(PersonErasure persons) {
        return inputs -> {
            PhoneNumber number = inputs.required("phone_number", PhoneNumber::parse, IdentifierFaults::ofPhoneNumber);
            return deadline -> switch (persons.erase(number, deadline)) {
                case ERASED -> Answer.nothing();
                case NOTHING_STORED -> ErrorCode.USER_NOT_FOUND.answer();
            };
        };
    }

    static Answer answer(RemoveOutcome outcome) {
        return switch (outcome) {
            case REMOVED -> Answer.nothing();
            case ABSENT -> ErrorCode.USER_NOT_FOUND.answer();
        };
    }
}
