package io.github.auraauth.adapter.mongo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Stands between a client and a server on this machine, and can go still or away as a server does. */
final class TcpProxy implements AutoCloseable {
    private final InetSocketAddress target;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Object thaw = new Object();
    private volatile boolean frozen;
    private volatile ServerSocket listening;

    TcpProxy(InetSocketAddress target) throws IOException {
        this.target = target;
        this.listening = listenOnAPortOfItsOwn();
        this.port = listening.getLocalPort();
        start(() -> accept(listening));
    }

    /** Below those that systems give to outgoing connections, so that none takes it while the proxy is cut. */
    private static ServerSocket listenOnAPortOfItsOwn() throws IOException {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            try {
                int port = ThreadLocalRandom.current().nextInt(8_000, 12_000);
                return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            } catch (BindException taken) {
                // another one, then
            }
        }
        throw new BindException("no free port");
    }

    int port() {
        return port;
    }

    /** Keeps every connection, takes new ones, and forwards nothing. */
    void freeze() {
        frozen = true;
    }

    /** Forwards again, what was held back first. */
    void thaw() {
        synchronized (thaw) {
            frozen = false;
            thaw.notifyAll();
        }
    }

    /** Ends every connection and refuses new ones. */
    void cut() throws IOException {
        listening.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    /** Takes new connections on the same port again. */
    void mend() throws IOException {
        ServerSocket again = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        listening = again;
        start(() -> accept(again));
    }

    @Override
    public void close() throws IOException {
        thaw();
        cut();
    }

    private void accept(ServerSocket server) throws IOException {
        while (true) {
            Socket client = server.accept();
            Socket there = new Socket(target.getAddress(), target.getPort());
            sockets.add(client);
            sockets.add(there);
            if (server.isClosed()) {
                // cut meanwhile, without having seen these two
                client.close();
                there.close();
            }
            start(() -> forward(client, there));
            start(() -> forward(there, client));
        }
    }

    private void forward(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[16 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitThaw();
                out.write(buffer, 0, read);
                out.flush();
            }
        }
    }

    private void awaitThaw() throws IOException {
        synchronized (thaw) {
            while (frozen) {
                try {
                    thaw.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException(e);
                }
            }
        }
    }

    private static void start(Forwarding work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        // by either side, as connections are
                    }
                },
                "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Forwarding {
        void run() throws IOException;
    }
}
