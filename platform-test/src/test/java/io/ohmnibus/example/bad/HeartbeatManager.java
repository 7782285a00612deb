/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.example.bad;

import io.ohmnibus.ocpp.message.HeartbeatRequest;
import io.ohmnibus.ocpp.message.HeartbeatResponse;
import io.ohmnibus.platform.ocpp.CallHandler;
import io.ohmnibus.platform.ocpp.Station;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import reactor.core.publisher.Mono;

/** Named, written and wired as nothing here is. */
public class HeartbeatManager implements CallHandler<HeartbeatRequest, HeartbeatResponse> {

    @Autowired @Nullable TopicPartition partition;

    @Value("${wrong}")
    @Nullable String wrong;

    @Override
    public Mono<HeartbeatResponse> handle(Station station, HeartbeatRequest request) {
        Mono.delay(Duration.ofMillis(1)).block();
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Mono.just(new HeartbeatResponse(Instant.now(), null));
    }
}
