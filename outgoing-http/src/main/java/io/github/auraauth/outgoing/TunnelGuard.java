package io.github.auraauth.outgoing;

import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/** Keeps a proxy's refusal of a tunnel from being taken for the answer of whom the tunnel was to lead to. */
final class TunnelGuard {
    private static final String REACHED = TunnelGuard.class.getName();

    private TunnelGuard() {}

    static void addTo(HttpClientBuilder client) {
        client.addExecInterceptorBefore(ChainElement.CONNECT.name(), "tunnel-guard", TunnelGuard::judge);
        client.addExecInterceptorAfter(ChainElement.CONNECT.name(), "tunnel-reached", TunnelGuard::pass);
    }

    private static ClassicHttpResponse judge(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse response = chain.proceed(request, scope);
        if (scope.route.isTunnelled() && scope.clientContext.getAttribute(REACHED) == null) {
            response.close();
            throw new RefusedByProxyException(response.getCode());
        }
        return response;
    }

    /** Is come to only once there is a tunnel. */
    private static ClassicHttpResponse pass(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        scope.clientContext.setAttribute(REACHED, true);
        return chain.proceed(request, scope);
    }

    /** The proxy leads nowhere. */
    static final class RefusedByProxyException extends IOException {
        private static final long serialVersionUID = 1L;

        private RefusedByProxyException(int status) {
            super("the proxy answered " + status);
        }
    }
}
