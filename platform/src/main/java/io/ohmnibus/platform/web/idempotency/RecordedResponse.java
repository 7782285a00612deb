/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.idempotency;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows the whole answer to somebody before it leaves. */
final class RecordedResponse extends ServerHttpResponseDecorator {

    private static final byte[] EMPTY = {};

    private final Function<Answer, Mono<Void>> beforeItLeaves;
    private final AtomicBoolean shown = new AtomicBoolean();

    RecordedResponse(ServerHttpResponse response, Function<Answer, Mono<Void>> beforeItLeaves) {
        super(response);
        this.beforeItLeaves = beforeItLeaves;
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        return DataBufferUtils.join(body)
                .map(RecordedResponse::bytes)
                .defaultIfEmpty(EMPTY)
                .flatMap(bytes ->
                        show(bytes)
                                .then(
                                        super.writeWith(
                                                Mono.fromSupplier(
                                                        () -> bufferFactory().wrap(bytes)))));
    }

    @Override
    public Mono<Void> writeAndFlushWith(
            Publisher<? extends Publisher<? extends DataBuffer>> parts) {
        return writeWith(Flux.from(parts).concatMap(part -> part));
    }

    @Override
    public Mono<Void> setComplete() {
        return show(EMPTY).then(super.setComplete());
    }

    /** For answers that nobody wrote: a handler may end without a word. */
    Mono<Void> completeIfSilent() {
        return Mono.defer(() -> show(EMPTY));
    }

    private Mono<Void> show(byte[] body) {
        if (!shown.compareAndSet(false, true)) {
            return Mono.empty();
        }
        HttpStatusCode status = getStatusCode();
        return beforeItLeaves.apply(
                new Answer(
                        status == null ? 200 : status.value(),
                        getHeaders().getFirst(HttpHeaders.CONTENT_TYPE),
                        getHeaders().getFirst(HttpHeaders.LOCATION),
                        body));
    }

    static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
