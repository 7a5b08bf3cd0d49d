package io.github.auraauth.front.server;

import java.util.function.Consumer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Keeps the failures of a connection from the servlet container. Whoever reads or writes is told of them there and
 * answers; the container would answer a second time meanwhile, and log the request's path.
 */
final class FailureListenerSuppressor extends Handler.Wrapper {
    FailureListenerSuppressor(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(new WithoutFailureListeners(request), response, callback);
    }

    private static final class WithoutFailureListeners extends Request.Wrapper {
        WithoutFailureListeners(Request request) {
            super(request);
        }

        @Override
        public void addFailureListener(Consumer<Throwable> listener) {
            // Only the container adds any.
        }
    }
}
