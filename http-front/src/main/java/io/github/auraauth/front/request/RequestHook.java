package io.github.auraauth.front.request;

/** A hook by which an API checks or notes something of its requests. Safe for use by many threads. */
public interface RequestHook {

    /**
     * The caller is known, and nothing else has been looked at.
     *
     * @throws io.github.auraauth.front.response.ResponseException when the request is refused
     */
    default void authenticated(RequestContext context, RequestHead head) {}

    /**
     * All inputs are as they must be, and nothing has been done.
     *
     * @throws io.github.auraauth.front.response.ResponseException when the request is refused
     */
    default void validated(RequestContext context) {}

    /**
     * The request has been answered with that status; one that was refused before its caller was known is not
     * told. A failure here is logged and changes nothing.
     */
    default void answered(RequestContext context, int status) {}
}
