/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.stream;

import io.ohmnibus.contracts.transaction.TransactionNews;
import io.ohmnibus.platform.stream.EventStreams;
import io.ohmnibus.platform.stream.StreamConfiguration;
import io.ohmnibus.platform.stream.StreamFilter;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Refuses;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** What happens to the transactions of the caller's tenant, as it happens. */
@RestController
@Import(StreamConfiguration.class)
final class StreamResource {

    private static final Set<String> TOLD = TransactionNews.types();

    private final EventStreams streams;

    StreamResource(EventStreams streams) {
        this.streams = streams;
    }

    @Operation(
            summary = "What happens to transactions, as it happens",
            description =
                    "Server-sent events TransactionStarted, TransactionUpdated, TransactionEnded,"
                            + " TransactionAbandoned, TransactionResumed and SessionSummarized,"
                            + " with the event as webhooks bring it under details; with Last-Event-ID what came after"
                            + " that event. An event Gap says that more was missed than is kept."
                            + " Comments without data keep the connection alive; a stream ends"
                            + " after an hour and is resumed by its client.")
    @Refuses(value = 503, when = "Too many streams are open here")
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @RequiresPermission("transactions:read")
    Flux<ServerSentEvent<Object>> transactionStream(
            Caller caller,
            @RequestParam(required = false) @Nullable List<String> type,
            @RequestParam(required = false) @Nullable String stationId,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastId) {
        return streams.open(caller.tenant(), StreamFilter.of(type, TOLD, stationId), lastId);
    }
}
