package io.github.auraauth.adapter.http.front;

import io.github.auraauth.adapter.http.answer.Refusal;
import io.github.auraauth.adapter.http.definition.Operation;
import io.github.auraauth.adapter.http.request.Source;
import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.port.Deadline;
import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalInt;

/** Lets those in whose credential is good for the operation. */
public interface Doorkeeper {

    /**
     * @param path relative to the base path
     * @return the place of the credential in the list that it stands in; empty where there is no such list
     * @throws Refusal with one answer for every reason why there is no good credential
     */
    OptionalInt admit(
            Operation operation, HttpServletRequest request, Source source, RequestPath path, Deadline deadline);
}
