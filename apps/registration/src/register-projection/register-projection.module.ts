import { Module } from '@nestjs/common';
import { RegisterProjectionConsumer } from './register-projection.consumer.js';

@Module({ controllers: [RegisterProjectionConsumer] })
export class RegisterProjectionModule {}
