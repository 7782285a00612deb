/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.tls;

import io.netty.channel.ChannelHandler;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import io.ohmnibus.platform.background.Background;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * TLS as the specification wants it (Part 2, A00.FR.306 to A00.FR.324 and A00.FR.409 to
 * A00.FR.426): 1.2 and 1.3 only, its four cipher suites and better ones, no compression, no
 * renegotiation. When a bundle changes, new connections get the new certificate; those that stand
 * keep what they have (F43).
 */
@Component
public final class ServerTls implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ServerTls.class);
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"}; // A00.FR.313, A00.FR.416
    private static final long SESSION_SECONDS = 300;
    private static final int WAITING_TASKS = 10_000;
    private static final Duration STAPLE_TURN = Duration.ofMinutes(1);
    private static final Duration ASK_LIMIT = Duration.ofSeconds(10);

    /** What stands for one key of the server: on the port of profile 2, and on that of 3. */
    private record Contexts(
            boolean ec, Staple staple, SslContext server, @Nullable SslContext mutual) {}

    /** What a connection is answered with. */
    record Choice(SslContext context, byte @Nullable [] staple) {}

    private final TlsProperties properties;
    private final SslBundles bundles;
    private final SslProvider provider;
    private final ExecutorService tasks;
    private final AuthorityClient responders = new AuthorityClient(ASK_LIMIT, true);
    private final Background stapling;
    private volatile List<Contexts> contexts = List.of();

    /** For stations that want small records, which OpenSSL (BoringSSL) does not know. */
    private volatile List<Contexts> small = List.of();

    private volatile @Nullable StationTrust trust;

    ServerTls(TlsProperties properties, SslBundles bundles) {
        this.properties = properties;
        this.bundles = bundles;
        boolean openssl = properties.openssl() && OpenSsl.isAvailable();
        this.provider = openssl ? SslProvider.OPENSSL : SslProvider.JDK;
        this.tasks = executor();
        // The only switch that the JDK has; OpenSSL never renegotiates for a client.
        System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
        load();
        watched().forEach(name -> bundles.addBundleUpdateHandler(name, changed -> reload(name)));
        stapling = Background.every(STAPLE_TURN, this::staple);
    }

    private Mono<Void> staple() {
        return Mono.<Void>fromRunnable(
                        () -> contexts.forEach(each -> each.staple().refresh(responders)))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Stream<String> watched() {
        return Stream.concat(
                properties.certificates().stream(), Stream.ofNullable(properties.trust()));
    }

    private static ExecutorService executor() {
        int threads = Runtime.getRuntime().availableProcessors();
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        10,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(WAITING_TASKS),
                        Thread.ofPlatform().daemon().name("tls-", 0).factory());
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** A broken new certificate changes nothing: the one in use stays. */
    private void reload(String name) {
        try {
            load();
            log.info("SSL bundle {} changed: new connections use it", name);
        } catch (RuntimeException broken) {
            log.error("SSL bundle {} changed but cannot be used; the old one stays", name, broken);
        }
    }

    private synchronized void load() {
        String authorities = properties.trust();
        StationTrust now =
                authorities == null
                        ? null
                        : StationTrust.of(authorities(authorities), properties.maxChain());
        contexts = contexts(provider, now);
        small = provider == SslProvider.JDK ? contexts : contexts(SslProvider.JDK, now);
        trust = now;
    }

    private List<Contexts> contexts(SslProvider by, @Nullable StationTrust now) {
        return properties.certificates().stream().map(name -> contexts(name, by, now)).toList();
    }

    private KeyStore authorities(String name) {
        KeyStore store = bundles.getBundle(name).getStores().getTrustStore();
        Assert.state(store != null, () -> "SSL bundle " + name + " has no trust store");
        return store;
    }

    private Contexts contexts(String name, SslProvider by, @Nullable StationTrust trust) {
        SslBundle bundle = bundles.getBundle(name);
        ServerKey key = ServerKey.of(name, bundle);
        return new Contexts(
                key.ec(),
                new Staple(key.chain()),
                context(bundle, by, null),
                trust == null ? null : context(bundle, by, trust));
    }

    private SslContext context(SslBundle bundle, SslProvider by, @Nullable StationTrust trust) {
        SslContextBuilder builder =
                SslContextBuilder.forServer(bundle.getManagers().getKeyManagerFactory())
                        .sslProvider(by)
                        .enableOcsp(by == SslProvider.OPENSSL && OpenSsl.isOcspSupported())
                        .protocols(PROTOCOLS)
                        .ciphers(ciphers(), SupportedCipherSuiteFilter.INSTANCE)
                        .sessionTimeout(SESSION_SECONDS);
        if (trust != null) {
            builder.clientAuth(ClientAuth.REQUIRE).trustManager(trust); // A00.FR.402
        }
        try {
            return builder.build();
        } catch (SSLException e) {
            throw new IllegalStateException("TLS cannot be set up", e);
        }
    }

    private List<String> ciphers() {
        return Stream.concat(
                        Stream.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384"),
                        properties.ciphers().stream())
                .toList();
    }

    /**
     * The first handler of a new connection.
     *
     * @param mutual whether stations need a certificate
     */
    public ChannelHandler handler(boolean mutual, TlsFailures failures) {
        return new TlsHandler(hello -> choose(hello, mutual), tasks, failures);
    }

    /** What is trusted to sign certificates of stations. */
    Set<TrustAnchor> anchors() {
        StationTrust now = trust;
        return now == null ? Set.of() : now.anchors();
    }

    /** Judges a certificate that a proxy took in our place, as the handshake would have done. */
    public void check(List<X509Certificate> chain) throws CertificateException {
        StationTrust now = trust;
        if (now == null) {
            throw new CertificateException("No authority is trusted: ohmnibus.gateway.tls.trust");
        }
        now.check(chain);
    }

    /** EC where the station knows it: cheaper for both, and always with forward secrecy. */
    private Choice choose(ClientHello hello, boolean mutual) {
        List<Contexts> all = hello.smallRecords() ? small : contexts; // Part 4, 5.2
        Contexts chosen =
                all.stream()
                        .filter(each -> each.ec() == hello.knowsEcdsa())
                        .findFirst()
                        .orElse(all.getFirst());
        SslContext context = mutual ? chosen.mutual() : chosen.server();
        Assert.state(context != null, "No trust store for stations");
        return new Choice(context, chosen.staple().answer());
    }

    @Override
    public void destroy() {
        stapling.close();
        responders.close();
        tasks.shutdown();
    }
}
