/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.codec.Frame;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.simulator.StationEvent.Kind;
import io.ohmnibus.simulator.rpc.Closed;
import io.ohmnibus.simulator.rpc.Line;
import io.ohmnibus.simulator.rpc.NoAnswerException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers the CALLs of the CSMS: as a script says, else as the specification does. */
final class Answers implements Line.Owner {

    /**
     * An answer, and what the station does when it is sent.
     *
     * @param then on a thread of its own
     */
    record Reply(Response response, @Nullable Runnable then) {

        static Reply of(Response response) {
            return new Reply(response, null);
        }
    }

    private static final int REMEMBERED = 200;

    private final Station station;
    private final StandardAnswers standard;
    private final Map<Class<?>, Function<Request<?>, Response>> scripted =
            new ConcurrentHashMap<>();
    private final ArrayDeque<Request<?>> received = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();

    Answers(Station station) {
        this.station = station;
        this.standard = new StandardAnswers(station);
    }

    <Q extends Request<A>, A extends Response> void replace(Class<Q> type, Function<Q, A> answer) {
        scripted.put(type, request -> answer.apply(type.cast(request)));
    }

    @Override
    public void called(Frame.Call call) {
        remember(call.request());
        station.tell(Kind.COMMAND, "CSMS asks: " + call.action().wireName());
        try {
            var reply = reply(call.action(), call.request());
            station.line().answer(call.messageId(), reply.response());
            var then = reply.then();
            if (then != null) {
                station.later(_ -> then.run());
            }
        } catch (OcppException e) {
            station.line().refuse(call.messageId(), e.error());
        } catch (RuntimeException e) {
            station.tell(Kind.PROBLEM, StationEvent.brief(e));
            if (station.connected()) {
                station.line()
                        .refuse(
                                call.messageId(),
                                new OcppError(OcppErrorCode.INTERNAL_ERROR, StationEvent.brief(e)));
            }
        }
    }

    private Reply reply(Action action, Request<?> request) {
        var script = scripted.get(request.getClass());
        if (script != null) {
            return Reply.of(script.apply(request));
        }
        if (station.registration().status() == RegistrationStatusEnum.REJECTED) { // B03.FR.08
            throw new OcppException(OcppErrorCode.SECURITY_ERROR, "the station was rejected");
        }
        var reply = standard.reply(request);
        if (reply == null) {
            throw new OcppException(Line.notSupported(action));
        }
        return reply;
    }

    @Override
    public void lost(Closed closed) {
        station.link().lost(closed);
    }

    private void remember(Request<?> request) {
        lock.lock();
        try {
            if (received.size() == REMEMBERED) {
                received.removeFirst();
            }
            received.addLast(request);
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    <Q extends Request<?>> Q expect(Class<Q> type, Duration timeout) {
        long left = timeout.toNanos();
        lock.lock();
        try {
            while (true) {
                var found = received.stream().filter(type::isInstance).findFirst();
                if (found.isPresent()) {
                    received.removeFirstOccurrence(found.get());
                    return type.cast(found.get());
                }
                if (left <= 0) {
                    throw new NoAnswerException(
                            "%s: the CSMS sent no %s within %s%s"
                                    .formatted(
                                            station.id(),
                                            type.getSimpleName(),
                                            timeout,
                                            station.tail()));
                }
                left = arrived.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException("interrupted while waiting for " + type.getSimpleName());
        } finally {
            lock.unlock();
        }
    }
}
