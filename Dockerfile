# sfn-lint in an image: `docker build -t sfn-lint .`, then
# `docker run --rm -u "$(id -u):$(id -g)" -v "$PWD:/src" sfn-lint definitions/`
FROM debian:12-slim AS build
COPY . /sfn-lint
WORKDIR /sfn-lint
# Owned by somebody else than root, the work tree would not be asked for its commit.
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends git && \
    git config --system --add safe.directory /sfn-lint && ./dev package

FROM debian:12-slim
COPY --from=build /sfn-lint/build/release/packages/*.deb /tmp/
# With git, for folders: it says what is ignored.
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends git /tmp/*.deb && \
    rm -rf /tmp/*.deb /var/lib/apt/lists/*
USER 65534:65534
WORKDIR /src
ENTRYPOINT ["sfn-lint"]
