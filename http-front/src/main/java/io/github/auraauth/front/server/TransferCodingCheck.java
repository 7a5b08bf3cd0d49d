package io.github.auraauth.front.server;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Refuses requests whose transfer coding this server must not or cannot decode, before anything else looks at them. Jetty
 * itself only sees to it that the last coding is {@code chunked}.
 */
final class TransferCodingCheck implements HttpConfiguration.Customizer {
    private static final String CHUNKED = "chunked";

    /**
     * @throws HttpException.RuntimeException with status 400 when the request is one of HTTP/1.0, which has no transfer
     *     codings, so that whoever passed it on may see its end elsewhere (RFC 9112, section 6.1); with status 501 when a
     *     coding is another than {@code chunked}
     */
    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        HttpFields headers = request.getHeaders();
        if (!headers.contains(HttpHeader.TRANSFER_ENCODING)) {
            return request;
        }
        if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_0) {
            throw new HttpException.RuntimeException(HttpStatus.BAD_REQUEST_400, "HTTP/1.0 has no Transfer-Encoding");
        }
        boolean onlyChunked =
                headers.getCSV(HttpHeader.TRANSFER_ENCODING, false).stream().allMatch(CHUNKED::equalsIgnoreCase);
        if (!onlyChunked) {
            throw new HttpException.RuntimeException(
                    HttpStatus.NOT_IMPLEMENTED_501, "Transfer-Encoding may be chunked only");
        }
        return request;
    }
}
