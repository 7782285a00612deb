/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.call;

import io.ohmnibus.gateway.GatewayMetrics;
import io.ohmnibus.gateway.GatewayProperties;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.MalformedRecord;
import io.ohmnibus.platform.bus.OcppErrors;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** The CALLs that wait for an answer from a service, by correlation id. */
@Component
public final class PendingCalls {

    private static final Logger log = LoggerFactory.getLogger(PendingCalls.class);

    private final Map<String, MonoSink<Answer>> waiting = new ConcurrentHashMap<>();
    private final GatewayMetrics metrics;
    private final int limit;

    PendingCalls(GatewayMetrics metrics, GatewayProperties properties) {
        this.metrics = metrics;
        this.limit = properties.maxPendingCalls();
        metrics.pendingCalls(waiting::size);
    }

    /** Whether there is no room for one more. */
    public boolean full() {
        return waiting.size() >= limit;
    }

    /** The answer with that id; registered on subscription, forgotten on completion or cancel. */
    Mono<Answer> answer(String correlationId) {
        return Mono.create(sink -> {
            waiting.put(correlationId, sink);
            sink.onDispose(() -> waiting.remove(correlationId));
        });
    }

    /** Takes a record of {@code ocpp.replies}. */
    public Mono<Void> onReply(BusRecord reply) {
        try {
            MonoSink<Answer> asker = waiting.remove(reply.required(Headers.CORRELATION_ID));
            if (asker == null) {
                metrics.lateReply();
                log.debug("An answer for {} came too late", reply.key());
            } else {
                asker.success(read(reply));
            }
        } catch (MalformedRecord malformed) {
            log.error("An answer for {} cannot be read", reply.key(), malformed);
        }
        return Mono.empty();
    }

    private static Answer read(BusRecord reply) {
        String outcome = reply.required(Headers.OUTCOME);
        return outcome.equals(Headers.ANSWERED)
                ? new Answer.Result(reply.body())
                : new Answer.Refusal(OcppErrors.read(reply.body()));
    }
}
