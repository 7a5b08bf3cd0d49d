package io.github.auraauth.front.request;

import io.github.auraauth.front.response.Response;

/** Tells a person what is otherwise told a program. */
@FunctionalInterface
public interface ErrorPages {
    /** A page with the status and the headers of an error. */
    Response page(Response error, BrowserHeaders browser);
}
