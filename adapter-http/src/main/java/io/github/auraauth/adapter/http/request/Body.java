package io.github.auraauth.adapter.http.request;

import io.github.auraauth.adapter.http.answer.ErrorCode;
import io.github.auraauth.adapter.http.answer.Refusal;
import io.github.auraauth.port.Deadline;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request's body: bounded in size, and in the time that it may take to arrive. */
public final class Body {
    /** Most bytes that a body may have. */
    public static final int LARGEST = 64 * 1024;

    private static final int MOST_DISCARDED = 1024 * 1024;
    private static final String ALL_READ = Body.class.getName() + ".allRead";
    private static final byte[] NOTHING = new byte[0];
    private static final Logger LOG = LoggerFactory.getLogger(Body.class);

    private Body() {}

    /**
     * All bytes of the body, whatever the request says of its length.
     *
     * @throws Refusal when there are too many, or they do not all arrive by the deadline
     */
    public static byte[] read(HttpServletRequest request, Deadline deadline) {
        if (request.getContentLengthLong() > LARGEST) {
            throw Refusal.of(ErrorCode.BODY_TOO_LARGE);
        }
        if (!isThere(request)) {
            return NOTHING;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            transfer(request, deadline, LARGEST, bytes);
        } catch (IOException e) {
            throw new Refusal(ErrorCode.INVALID_REQUEST.answer("the body is malformed or did not arrive in time"));
        }
        if (bytes.size() > LARGEST) {
            throw Refusal.of(ErrorCode.BODY_TOO_LARGE);
        }
        return bytes.toByteArray();
    }

    /**
     * Takes in what nobody read of a request, within bounds: a connection that ends while the caller writes would take
     * our answer with it.
     *
     * @return whether all of it came; if not, what follows on the connection may be the rest of this body and must not
     *     be taken for a request
     */
    public static boolean discard(HttpServletRequest request, Deadline deadline) {
        if (!isThere(request) || request.getAttribute(ALL_READ) != null) {
            return true;
        }
        // Asking for the stream would tell a caller who waits for it to send.
        boolean waitsForUs = request.getHeader("Expect") != null;
        if (waitsForUs || request.getContentLengthLong() > MOST_DISCARDED) {
            return false;
        }
        try {
            return transfer(request, deadline, MOST_DISCARDED, OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.atDebug().log("the body of a request ended early");
            return false;
        }
    }

    private static boolean isThere(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return length > 0 || length < 0 && request.getHeader("Transfer-Encoding") != null;
    }

    /** Reads to the end of the body, or until more than {@code most} bytes have come; whether it is the end. */
    private static boolean transfer(HttpServletRequest request, Deadline deadline, int most, OutputStream to)
            throws IOException {
        EndPoint connection = ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        long idleTimeout = connection.getIdleTimeout();
        byte[] part = new byte[8 * 1024];
        InputStream input = request.getInputStream();
        try {
            int count = 0;
            for (int total = 0; count >= 0 && total <= most; total += count) {
                if (deadline.hasPassed()) {
                    throw new IOException("the body is too slow");
                }
                // The idle time is what a blocked read waits for, so a body that drips ends with the deadline too.
                connection.setIdleTimeout(Math.max(1, deadline.remaining().toMillis()));
                count = input.read(part);
                to.write(part, 0, Math.max(0, count));
            }
            boolean allRead = count < 0;
            if (allRead) {
                request.setAttribute(ALL_READ, true);
            }
            return allRead;
        } finally {
            connection.setIdleTimeout(idleTimeout);
        }
    }
}
