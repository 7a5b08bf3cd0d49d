package io.github.auraauth.front.response;

/** Ends the handling of a request with a response. Has no stack trace: it is no fault of ours. */
public final class ResponseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Response response;

    public ResponseException(Response response) {
        super("refused", null, false, false);
        this.response = response;
    }

    /** An error in the code's ordinary words. */
    public static ResponseException of(ErrorCode code) {
        return new ResponseException(code.response());
    }

    /** 400 in these words, which name a parameter and never hold its value. */
    public static ResponseException invalid(String message) {
        return new ResponseException(ErrorCode.INVALID_REQUEST.response(message));
    }

    public Response response() {
        return response;
    }
}
