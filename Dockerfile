# syntax=docker/dockerfile:1
ARG NODE_IMAGE=node:26-slim

FROM ${NODE_IMAGE} AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The image brings Node itself; the npm package of that name is for machines without it and stays out with the other dev dependencies.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
# Half of it is for editors and debuggers.
RUN find node_modules -type f -name '*.map' -delete -o -type f -name '*.d.*ts' -delete

FROM ${NODE_IMAGE}
ENV NODE_ENV=production \
    NODE_COMPILE_CACHE=/app/node_modules/.cache/leadhand \
    PORT=3000 \
    DATA_DIR=/data
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json slack-manifest.yml ./
COPY src ./src
# Compiled ahead, so that a start on a read-only file system is as fast as any other.
RUN node --input-type=module --eval "await import('./src/app.ts'); await import('./src/store/postgres-engine.ts')"
# Root owns the code, so that the process can't change it; only the data folder is its own.
RUN mkdir /data && chown node:node /data && chmod 700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => { process.exitCode = ok ? 0 : 1 }, () => { process.exitCode = 1 })"]
# Room for what lives shortly, and for what lives long before it is collected: as `npm start` has it (README, decisions).
CMD ["node", "--max-semi-space-size=16", "--heap-growing-percent=100", "src/main.ts"]
