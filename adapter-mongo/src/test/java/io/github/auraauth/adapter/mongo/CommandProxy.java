package io.github.auraauth.adapter.mongo;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** Stands between a client and a server on this machine and reads each command: it may hold it, or answer it itself. */
public final class CommandProxy implements AutoCloseable {
    private static final int MESSAGE = 2013;
    private static final int HEAD = 16;
    private static final DocumentCodec CODEC = new DocumentCodec();

    private final InetSocketAddress target;
    private final ServerSocket listening;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final List<Document> commands = new CopyOnWriteArrayList<>();
    private volatile Function<Document, Optional<Document>> rule = command -> Optional.empty();

    public CommandProxy(InetSocketAddress target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /**
     * From now on.
     *
     * @param other called on the connection's thread for each command, which it thereby may hold; what it returns is
     *     answered in place of the server
     */
    public void judge(Function<Document, Optional<Document>> other) {
        rule = other;
    }

    /** The commands of that name that were passed on. */
    public List<Document> commands(String name) {
        return commands.stream().filter(command -> name.equals(nameOf(command))).toList();
    }

    /** The first key of a command. */
    public static String nameOf(Document command) {
        return command.keySet().iterator().next();
    }

    /** The answer of a server that refuses. */
    public static Document refusal(int code, String name) {
        return new Document("ok", 0.0)
                .append("errmsg", "fake-value-of-a-document")
                .append("code", code)
                .append("codeName", name);
    }

    /** Ends every connection, and goes on taking new ones. */
    public void cut() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cut();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            Socket server = new Socket(target.getAddress(), target.getPort());
            sockets.addAll(List.of(client, server));
            start(() -> forward(client, server, client.getOutputStream()));
            start(() -> pass(server, client.getOutputStream()));
        }
    }

    private void forward(Socket client, Socket server, OutputStream answers) throws IOException {
        try (client;
                server) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            while (true) {
                byte[] message = read(in);
                Optional<Document> command = command(message);
                Optional<Document> answer = command.flatMap(rule);
                if (answer.isPresent()) {
                    write(answers, answer(message, answer.get()));
                } else {
                    command.ifPresent(commands::add);
                    write(server.getOutputStream(), message);
                }
            }
        }
    }

    private static void pass(Socket server, OutputStream answers) throws IOException {
        DataInputStream in = new DataInputStream(server.getInputStream());
        while (true) {
            write(answers, read(in));
        }
    }

    private static void write(OutputStream out, byte[] message) throws IOException {
        synchronized (out) {
            out.write(message);
            out.flush();
        }
    }

    private static byte[] read(DataInputStream in) throws IOException {
        int length = Integer.reverseBytes(in.readInt());
        byte[] message = new byte[length];
        little(message).putInt(0, length);
        in.readFully(message, 4, length - 4);
        return message;
    }

    private static Optional<Document> command(byte[] message) {
        ByteBuffer buffer = little(message);
        if (buffer.getInt(12) != MESSAGE || message[HEAD + 4] != 0) {
            return Optional.empty();
        }
        buffer.position(HEAD + 5);
        Document command = document(buffer);
        boolean checksum = (buffer.getInt(HEAD) & 1) != 0;
        int end = message.length - (checksum ? 4 : 0);
        while (buffer.position() < end && buffer.get() == 1) {
            readSequence(buffer, command);
        }
        return Optional.of(command);
    }

    /** What a command writes comes behind it, under the name that it would have in it. */
    private static void readSequence(ByteBuffer buffer, Document command) {
        int end = buffer.position() + buffer.getInt(buffer.position());
        buffer.position(buffer.position() + 4);
        StringBuilder name = new StringBuilder();
        for (byte next = buffer.get(); next != 0; next = buffer.get()) {
            name.append((char) next);
        }
        List<Document> documents = new ArrayList<>();
        while (buffer.position() < end) {
            documents.add(document(buffer));
        }
        command.append(name.toString(), documents);
    }

    private static Document document(ByteBuffer buffer) {
        int start = buffer.position();
        int length = buffer.getInt(start);
        ByteBuffer bytes = buffer.slice(start, length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.position(start + length);
        return CODEC.decode(
                new BsonBinaryReader(bytes), DecoderContext.builder().build());
    }

    private static byte[] answer(byte[] request, Document answer) {
        BasicOutputBuffer bytes = new BasicOutputBuffer();
        CODEC.encode(
                new BsonBinaryWriter(bytes), answer, EncoderContext.builder().build());
        byte[] document = bytes.toByteArray();
        byte[] message = new byte[HEAD + 5 + document.length];
        little(message)
                .putInt(message.length)
                .putInt(0)
                .putInt(little(request).getInt(4))
                .putInt(MESSAGE)
                .putInt(0)
                .put((byte) 0)
                .put(document);
        return message;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Runs on a thread of its own, until a connection is closed. */
    static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        // by either side, as connections are
                    }
                },
                "mongo proxy");
        thread.setDaemon(true);
        thread.start();
    }

    /** What a proxy does on a thread of its own. */
    interface Work {
        void run() throws IOException;
    }
}
