/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.dispatch;

import io.ohmnibus.ocpp.message.DataTransferRequest;
import io.ohmnibus.ocpp.message.DataTransferResponse;
import io.ohmnibus.ocpp.type.DataTransferStatusEnum;
import io.ohmnibus.platform.ocpp.CallHandler;
import io.ohmnibus.platform.ocpp.Station;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/** Does what the test has told it for each station; accepts everything else. */
final class ScriptedHandler implements CallHandler<DataTransferRequest, DataTransferResponse> {

    private final Map<String, Function<DataTransferRequest, Mono<Void>>> prepare =
            new ConcurrentHashMap<>();
    private final Map<String, Function<DataTransferRequest, Mono<DataTransferResponse>>> handle =
            new ConcurrentHashMap<>();

    void prepare(String station, Function<DataTransferRequest, Mono<Void>> script) {
        prepare.put(station, script);
    }

    void handle(String station, Function<DataTransferRequest, Mono<DataTransferResponse>> script) {
        handle.put(station, script);
    }

    @Override
    public Mono<ScriptedHandler> prepare(Station station, DataTransferRequest request) {
        return prepare.getOrDefault(station.id(), _ -> Mono.empty())
                .apply(request)
                .thenReturn(this);
    }

    @Override
    public Mono<DataTransferResponse> handle(Station station, DataTransferRequest request) {
        return handle.getOrDefault(station.id(), _ -> Mono.just(accepted(null))).apply(request);
    }

    static DataTransferResponse accepted(@Nullable Object data) {
        return new DataTransferResponse(DataTransferStatusEnum.ACCEPTED, null, data, null);
    }

    /** Whether whoever subscribes is in a database transaction. */
    static Mono<Boolean> inTransaction() {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .map(transaction -> transaction.isActualTransactionActive())
                .onErrorResume(NoTransactionException.class, _ -> Mono.just(false));
    }
}
