# One image for web, worker and migrations; the command says which.
FROM node:22-slim AS files
WORKDIR /web
COPY marketplace/web/package.json marketplace/web/package-lock.json marketplace/web/.npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM python:3.13-slim
ENV PYTHONUNBUFFERED=1 PLEKWIJS_HOST=0.0.0.0 PLEKWIJS_PORT=8000
WORKDIR /plekwijs
COPY requirements.lock ./
RUN pip install --no-cache-dir --no-deps --require-hashes -r requirements.lock
COPY solver ./solver
COPY migrations ./migrations
COPY seed ./seed
COPY marketplace ./marketplace
COPY --from=files /web/node_modules ./marketplace/web/node_modules
RUN useradd --system --no-create-home plekwijs && install -d -o plekwijs -m 700 /reservekopieen
RUN for problem in toewijzing roulatie groepsdetachering; do python -m solver.$problem.precompile || exit 1; done \
    && chown -R plekwijs .cache
USER plekwijs
EXPOSE 8000
ENTRYPOINT ["python", "-m", "marketplace"]
CMD ["web"]
