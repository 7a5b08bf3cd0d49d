package io.github.auraauth.adapter.http.front;

import io.github.auraauth.adapter.http.answer.Refusal;
import io.github.auraauth.adapter.http.definition.Operation;
import io.github.auraauth.adapter.http.request.Credential;
import io.github.auraauth.adapter.http.request.Source;
import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.port.Deadline;
import jakarta.servlet.http.HttpServletRequest;

/** Lets those in whose credential is good for the operation. */
public interface Doorkeeper {

    /**
     * @param path relative to the base path
     * @return what the credential says of its holder
     * @throws Refusal with one answer for every reason why there is no good credential
     */
    Credential admit(
            Operation operation, HttpServletRequest request, Source source, RequestPath path, Deadline deadline);
}
