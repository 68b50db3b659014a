package io.leeway.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** One kept-alive connection: a post out, its answer back. */
final class Connection implements AutoCloseable {
    private static final int ROOM_FOR_HEAD = 1_024;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer out;
    private final Reply reply = new Reply();
    private long intended;

    /** Connects and waits until it is connected. */
    Connection(InetSocketAddress service, Selector selector, int longestPost) throws IOException {
        this.channel = SocketChannel.open(service);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        this.key = channel.register(selector, 0, this);
        this.out = ByteBuffer.allocateDirect(longestPost + ROOM_FOR_HEAD);
    }

    /** Where the next post is written before it is sent. */
    ByteBuffer clear() {
        return out.clear();
    }

    /** Sends what was written. */
    void send(long meantFor) throws IOException {
        out.flip();
        intended = meantFor;
        write();
    }

    /** Sends the same again. */
    void resend() throws IOException {
        out.rewind();
        write();
    }

    /** When the post under way was meant to be sent. */
    long intended() {
        return intended;
    }

    /** Goes on after the selector has found it ready; the answer, once it is whole. */
    Optional<Reply.Answer> ready() throws IOException {
        if (key.isWritable()) {
            write();
        }
        return key.isReadable() ? reply.readFrom(channel) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void write() throws IOException {
        channel.write(out);
        SelectionKey unused = key.interestOps(
                out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }
}
