/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a TransactionEvent costs on its way in, checked by equal rules in four ways, and its answer
 * on the way out; see docs/benchmarks.md.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class TransactionEventBenchmark {

    private static final String ID = "5f3c1c1e-7c2b-4a55-9d0a-3b8f6f0f8a11";

    private final byte[] frame = frame();
    private final OcppCodec codec = OcppCodec.of(OcppVersion.V2_1);
    private final HibernateContender hibernate =
            new HibernateContender(TransactionEventRequest.class, OcppVersion.V2_1);
    private final NetworkntContender networknt =
            new NetworkntContender(TransactionEventRequest.class, OcppVersion.V2_1);
    private final TransactionEventResponse response =
            new TransactionEventResponse(
                    new BigDecimal("12.34"),
                    null,
                    new IdTokenInfo(
                            AuthorizationStatusEnum.ACCEPTED,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null),
                    null,
                    null,
                    null,
                    null);

    /** About 1 kB, as a station sends it every few seconds or minutes while it charges. */
    static byte[] frame() {
        try (var in =
                TransactionEventBenchmark.class.getResourceAsStream(
                        "/benchmark/transaction-event.json")) {
            if (in == null) {
                throw new IllegalStateException("the message is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Benchmark
    public Object decodeByThisCodec() throws FrameException {
        return codec.readFrame(frame);
    }

    @Benchmark
    public Object decodeByBindingOnly() {
        return hibernate.bind(frame);
    }

    @Benchmark
    public Object decodeByBindingAndHibernateValidator() {
        return hibernate.read(frame);
    }

    @Benchmark
    public Object decodeToTreeByNetworknt() {
        return networknt.read(frame);
    }

    @Benchmark
    public Object encodeByThisCodec() {
        return codec.writeCallResult(ID, codec.writePayload(response));
    }

    @Benchmark
    public Object encodeByBinding() {
        return hibernate.write(ID, response);
    }
}
