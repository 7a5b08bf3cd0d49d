package io.github.auraauth.adapter.mongo;

import com.mongodb.ServerAddress;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonArray;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/**
 * Makes a single server look like the primary of a replica set to the driver, by what it says of itself, and can cut it off
 * from the other members: reads are answered as ever, and no write that a majority must acknowledge is.
 */
final class ReplicaSetProxy implements AutoCloseable {
    private static final String SET = "rs0";
    private static final int HEADER = 16;
    private static final int REPLY = 1;
    private static final int MESSAGE = 2013;
    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");

    private final ServerAddress target;
    private final ServerSocket listening;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger held = new AtomicInteger();
    private volatile boolean cutOff;

    ReplicaSetProxy(ServerAddress target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        CommandProxy.start(this::accept);
    }

    String uri() {
        return "mongodb://" + address() + "/?replicaSet=" + SET;
    }

    /** From now on no majority acknowledges anything. */
    void cutOff() {
        cutOff = true;
    }

    void join() {
        cutOff = false;
    }

    /** How many writes got no answer. */
    int held() {
        return held.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private String address() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            Socket server = new Socket();
            server.connect(new InetSocketAddress(target.getHost(), target.getPort()));
            sockets.add(client);
            sockets.add(server);
            CommandProxy.start(() -> forward(client, server, this::request));
            CommandProxy.start(() -> forward(server, client, this::reply));
        }
    }

    private static void forward(Socket from, Socket to, Step step) throws IOException {
        try (from;
                to) {
            DataInputStream in = new DataInputStream(from.getInputStream());
            OutputStream out = to.getOutputStream();
            while (true) {
                byte[] length = in.readNBytes(4);
                if (length.length < 4) {
                    return;
                }
                ByteBuffer message = ByteBuffer.allocate(ByteBuffer.wrap(length)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .getInt())
                        .order(ByteOrder.LITTLE_ENDIAN);
                message.put(length);
                in.readFully(message.array(), 4, message.capacity() - 4);
                out.write(step.of(message.rewind()).array());
                out.flush();
            }
        }
    }

    /** A write is lost on its way while the primary is cut off, so that its caller waits. */
    private ByteBuffer request(ByteBuffer message) {
        if (!cutOff || message.getInt(12) != MESSAGE) {
            return message;
        }
        BsonDocument command = document(message, HEADER + 5);
        boolean majority = command.containsKey("writeConcern")
                && command.getDocument("writeConcern")
                        .getString("w", new BsonString(""))
                        .getValue()
                        .equals("majority");
        if (WRITES.contains(command.getFirstKey()) && majority) {
            held.incrementAndGet();
            return ByteBuffer.allocate(0);
        }
        return message;
    }

    private ByteBuffer reply(ByteBuffer message) {
        int code = message.getInt(12);
        int begin = code == REPLY ? HEADER + 20 : HEADER + 5;
        if (code != REPLY && code != MESSAGE) {
            return message;
        }
        BsonDocument answer = document(message, begin);
        if (!answer.containsKey("ismaster") && !answer.containsKey("isWritablePrimary")) {
            return message;
        }
        BsonString me = new BsonString(address());
        answer.append("setName", new BsonString(SET))
                .append("setVersion", new BsonInt32(1))
                .append("secondary", BsonBoolean.FALSE)
                .append("primary", me)
                .append("me", me)
                .append("hosts", new BsonArray(List.of(me)));
        return withDocument(message, begin, answer);
    }

    private static BsonDocument document(ByteBuffer message, int begin) {
        ByteBuffer bytes = message.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(begin);
        try (BsonBinaryReader reader = new BsonBinaryReader(bytes)) {
            return new BsonDocumentCodec()
                    .decode(reader, DecoderContext.builder().build());
        }
    }

    private static ByteBuffer withDocument(ByteBuffer message, int begin, BsonDocument document) {
        BasicOutputBuffer bytes = new BasicOutputBuffer();
        try (bytes;
                BsonBinaryWriter writer = new BsonBinaryWriter(bytes)) {
            new BsonDocumentCodec()
                    .encode(writer, document, EncoderContext.builder().build());
            ByteBuffer changed = ByteBuffer.allocate(begin + bytes.getSize()).order(ByteOrder.LITTLE_ENDIAN);
            changed.put(message.array(), 0, begin).put(bytes.toByteArray());
            return changed.putInt(0, changed.capacity()).rewind();
        }
    }

    private interface Step {
        ByteBuffer of(ByteBuffer message);
    }
}
