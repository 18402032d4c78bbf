# The board in a small image: one program, no shell needed, nobody's rights.

FROM rust:1-bookworm AS build
WORKDIR /board

# The dependencies are a layer of their own: it is built again only when they change. Cargo wants to see
# every target that the manifest names, so that each gets an empty one for now.
COPY Cargo.toml Cargo.lock ./
COPY .cargo .cargo
RUN mkdir -p src tests/board tests/browser tests/chaos benches \
    && echo 'fn main() {}' | tee src/main.rs build.rs tests/board/main.rs tests/browser/main.rs tests/chaos/main.rs \
        benches/generate.rs benches/latency.rs benches/pages.rs benches/scale.rs benches/search.rs benches/sign_in.rs \
    && touch src/lib.rs \
    && cargo build --release --locked

COPY build.rs ./
COPY migrations migrations
COPY locales locales
COPY templates templates
COPY static static
COPY src src
RUN touch build.rs src/main.rs src/lib.rs && cargo build --release --locked

# What the final image has besides the program: an empty folder for its data, and the certificates to
# know mail servers and databases by.
RUN mkdir /data

FROM debian:bookworm-slim
# For the pictures that are shown with shared links, in any script.
RUN apt-get update \
    && apt-get install -y --no-install-recommends fonts-noto-core fonts-noto-cjk \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=build --chown=10001:10001 /data /data
COPY --from=build /board/target/release/jobboard /usr/local/bin/jobboard
USER 10001:10001
VOLUME /data
ENV DATA_DIR=/data BIND=0.0.0.0:8080 BASE_URL=http://localhost:8080
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=6s --start-period=60s --retries=3 CMD ["jobboard", "health"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["jobboard"]
CMD ["serve"]
